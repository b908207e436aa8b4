# Looks entities up, and keeps records for this caller.
theme: /

    state: Drink
        q!: drink *
        script:
            $temp.found = $caila.entitiesLookup($request.query).entities;
            $caila.addClientEntityRecords("Usual", [{ type: "synonyms", rule: [$temp.found[0].text], value: $temp.found[0].value }]);
        a: {{ $temp.found[0].text }} is {{ JSON.parse($temp.found[0].value).price }}; {{ $caila.getEntity("Drink").records.length }} drinks

    state: Usual
        q!: the usual
        a: {{ $caila.getClientEntityRecords("Usual")[0].rule[0] }}, {{ $caila.markup("the usual").words.length }} words
