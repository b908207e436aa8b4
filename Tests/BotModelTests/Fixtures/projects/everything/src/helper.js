export default { size: function() { return 1; } };
