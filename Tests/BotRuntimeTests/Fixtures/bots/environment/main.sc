# Values of the place where the bot runs.
init:
    $global.host = $env.get("SHOP_HOST", "shop.example");

theme: /

    state: Where
        q!: where
        a: {{ host }} {{ $env.get("NOWHERE") }} {{ $secrets.get("SHOP_TOKEN", "no token") }}
