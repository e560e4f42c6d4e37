using System.Collections.Frozen;

namespace Overflight.Designations.Search;

/// <summary>Words that say little about which organisation is meant: legal forms, articles, prepositions, and what every other company is called.</summary>
internal static class LightWords
{
    /// <summary>The most that such a word weighs, against about 1,000 of a rare one.</summary>
    public const int Weight = 60;

    private static readonly FrozenSet<string> s_words = FrozenSet.ToFrozenSet(
    [
        // Legal forms
        "SA", "SAS", "SRL", "SL", "SPA", "LTDA", "LTD", "LIMITED", "LIMITADA", "LLC", "LLP", "LP", "INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "CIA", "COMPANIA",
        "GMBH", "AG", "KG", "BV", "NV", "PLC", "PJSC", "OJSC", "JSC", "OAO", "OOO", "ZAO", "PAO", "AO", "FZE", "FZC", "FZCO", "FZ", "DMCC", "SAL", "SARL", "EURL", "AS", "ASA", "AB", "OY",
        "DD", "DOO", "KK", "PTY", "PTE", "PVT", "PRIVATE", "SDN", "BHD", "TBK", "PT", "CV", "SC", "SCA", "EU", "EIRL", "ENTERPRISE", "ENTERPRISES", "EMPRESA",
        // Articles, prepositions, conjunctions
        "THE", "OF", "AND", "FOR", "IN", "AT", "BY", "TO", "ON", "A", "E", "Y", "DE", "DEL", "LA", "LAS", "EL", "LOS", "DO", "DA", "DOS", "DAS", "DU", "LE", "LES", "ET", "DER", "DIE", "DAS", "UND",
        "AL", "EL", "VAN", "VON", "DI", "ABU", "BIN", "IBN",
        // What many are called
        "GROUP", "GRUPO", "HOLDING", "HOLDINGS", "INTERNATIONAL", "INTERNACIONAL", "TRADING", "GENERAL", "SERVICES", "SERVICIOS", "INDUSTRIES", "INDUSTRIAL", "ORGANIZATION", "ORGANISATION", "FOUNDATION",
    ]);

    public static bool Contains(string token) => s_words.Contains(token);
}
