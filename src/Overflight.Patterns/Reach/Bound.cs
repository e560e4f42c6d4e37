namespace Overflight.Patterns.Reach;

/// <summary>Which of an <see cref="Estimate"/>'s figures.</summary>
internal enum Bound
{
    /// <summary>The least.</summary>
    Lower,

    /// <summary>As reported.</summary>
    Likely,

    /// <summary>The greatest.</summary>
    Upper,
}
