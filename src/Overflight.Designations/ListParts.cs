namespace Overflight.Designations;

/// <summary>Which parts of a list are there. OFAC's CSV has them in files of their own, any of which may be missing.</summary>
[Flags]
public enum ListParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Entries with primary name, type, programmes and remarks (<c>sdn.csv</c>, <c>cons_prim.csv</c>).</summary>
    Entries = 1,

    /// <summary>Aliases (<c>alt.csv</c>).</summary>
    Aliases = 2,

    /// <summary>Addresses (<c>add.csv</c>).</summary>
    Addresses = 4,

    /// <summary>Remarks beyond 1,000 characters (<c>sdn_comments.csv</c>).</summary>
    RestOfRemarks = 8,

    /// <summary>All of them.</summary>
    All = Entries | Aliases | Addresses | RestOfRemarks,
}
