require: cailaEntities/cailaEntities.js
    module = sys.zb-common

theme: /

    state: Add
        q!: add
        script:
            $temp.result = (cailaEntities.add("12", { name: "Ann" }), cailaEntities.add("13", { name: "Bob" }), cailaEntities.get("12").name);
        a: {{ JSON.stringify($temp.result) }}

    state: Change
        q!: change
        script:
            $temp.result = (cailaEntities.add("12", { name: "Anna" }), cailaEntities.get("12").name);
        a: {{ JSON.stringify($temp.result) }}

    state: Remove
        q!: remove
        script:
            $temp.result = (cailaEntities.deleteByRuleUniqueId("12"), [cailaEntities.get("12"), cailaEntities.get("13").name]);
        a: {{ JSON.stringify($temp.result) }}

    state: Clear
        q!: clear
        script:
            $temp.result = (cailaEntities.deleteAllRecords(), cailaEntities.get("13"));
        a: {{ JSON.stringify($temp.result) }}
