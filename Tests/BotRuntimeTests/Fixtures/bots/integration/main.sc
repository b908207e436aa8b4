# Reads a cell of a sheet and writes it back.
theme: /

    state: Count
        q!: count
        script:
            var cells = $integration.googleSheets.readDataFromCells("integration", "sheet", "Calls", ["A1"]);
            $temp.calls = (cells.length ? Number(cells[0].value) : 0) + 1;
            $integration.googleSheets.writeDataToCells("integration", "sheet", "Calls", [{ cell: "A1", values: [$temp.calls] }]);
        a: Call {{ $temp.calls }}
