// $integration: services that the platform is connected to (dsl.md 5.8). Each call is a directive `integration.googleSheets.NAME` with its arguments;
// nothing is read or written from here. What a call gives is that of the test's <mockService>; else reading gives an empty list, writing true.
//
// googleSheets.readDataFromCells(integrationId, spreadsheetId, sheet, cells)   → [{ cell, value }, …]
// googleSheets.writeDataToCells(integrationId, spreadsheetId, sheet, [{ cell, values }, …])
// googleSheets.writeDataToLine(integrationId, spreadsheetId, sheet, values)
(function (world) {
    "use strict";

    function call(service, method, otherwise) {
        return function (integrationId, spreadsheetId, sheet, data) {
            if (!world.isArray(data)) {
                world.wrong("$integration." + service + "." + method + " takes the ids of integration and spreadsheet, the sheet's name, and a list.");
            }
            world.direct("integration." + service + "." + method, {
                integrationId: integrationId, spreadsheetId: spreadsheetId, sheet: sheet, data: data
            });
            var mocked = world.host("integration", service, method);
            return mocked === null ? otherwise() : world.parse(mocked);
        };
    }

    function nothing() { return []; }
    function yes() { return true; }

    world.define("$integration", {
        googleSheets: {
            readDataFromCells: call("googleSheets", "readDataFromCells", nothing),
            writeDataToCells: call("googleSheets", "writeDataToCells", yes),
            writeDataToLine: call("googleSheets", "writeDataToLine", yes)
        }
    });
})(__ringback);
