namespace Overflight.Designations;

/// <summary>The form that a list was published in.</summary>
public enum ListFormat
{
    /// <summary>OFAC's legacy comma-separated files, SDN or non-SDN.</summary>
    OfacCsv,

    /// <summary>OFAC's advanced XML (<c>Sanctions</c>).</summary>
    OfacAdvancedXml,

    /// <summary>The UN Security Council's consolidated list (<c>CONSOLIDATED_LIST</c>).</summary>
    UnXml,
}
