namespace Overflight.Authority.Paths;

/// <summary>How the whole width of a path lies to an area.</summary>
internal enum Relation
{
    /// <summary>All of it is inside.</summary>
    Inside,

    /// <summary>Some of it is, or may be.</summary>
    Unsure,

    /// <summary>None of it is inside.</summary>
    Outside,
}
