namespace Overflight.Airspace;

/// <summary>What a boundary edge is, where it can be told.</summary>
public enum EdgeKind : byte
{
    /// <summary>It cannot be told.</summary>
    Unknown = 0,

    /// <summary>On land or inland water.</summary>
    Land,

    /// <summary>At sea, the limit between two States' claims.</summary>
    AgreedSea,

    /// <summary>At sea, 12 NM from the coast (UNCLOS art. 3-5).</summary>
    TwelveNauticalMiles,

    /// <summary>At sea, more than 12 NM from the coast, as a limit measured from straight baselines is (UNCLOS art. 7).</summary>
    StraightBaseline,

    /// <summary>At sea, a claim of another breadth.</summary>
    OtherBreadth,

    /// <summary>A zone that a user or a regulation gave.</summary>
    Given,
}
