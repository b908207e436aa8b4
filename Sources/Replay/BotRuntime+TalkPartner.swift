import BotRuntime

extension BotRuntime: TalkPartner {}
