patterns:
    $no = (no|never|no thanks)
theme: /
    state: Start
        q!: (yes/sure) or (yes/no)
        a: Good.
