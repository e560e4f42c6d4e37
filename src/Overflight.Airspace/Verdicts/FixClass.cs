namespace Overflight.Airspace.Verdicts;

/// <summary>Where a fix is, its own radius and the boundary's uncertainty taken into account.</summary>
internal enum FixClass : byte
{
    /// <summary>Certainly outside.</summary>
    Outside,

    /// <summary>It cannot be told.</summary>
    Near,

    /// <summary>Certainly inside.</summary>
    Inside,
}
