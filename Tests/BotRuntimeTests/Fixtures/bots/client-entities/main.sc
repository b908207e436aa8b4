# Learns what this very caller calls a dish, and hears it from then on.
theme: /

    state: Learn
        q!: call $regexp<\w+>::Dish * $regexp<\w+>::Name
        script:
            $caila.addClientEntityRecords("Dish", [
                { type: "synonyms", rule: [$parseTree.text.split(" ").slice(2).join(" ")], value: JSON.stringify({ dish: $parseTree.text.split(" ")[1] }) }
            ]);
        a: All right.

    state: Pattern
        q!: count my pets
        script: $caila.addClientEntityRecords("Dish", [{ type: "pattern", rule: ["(my|the) $oneWord cat"], value: "cat" }]);
        a: Counted.

    state: Other
        q!: i am $regexp<\w+>::Who
        script: $caila.setClientNerId($parseTree.text.split(" ")[2]);
        a: Hello.

    state: Order
        q!: bring @Dish *
        a: {{ $parseTree._Dish.dish || $parseTree._Dish }}; {{ $entities.map(function (entity) { return entity.text; }).join() }}; {{ $caila.entitiesLookup("the usual").entities.length }}

    state: Else
        event!: noMatch
        a: What is that?
