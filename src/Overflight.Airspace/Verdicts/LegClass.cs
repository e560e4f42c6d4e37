namespace Overflight.Airspace.Verdicts;

/// <summary>What the aircraft may have done between two fixes.</summary>
internal enum LegClass : byte
{
    /// <summary>It stayed on the side of both fixes.</summary>
    Clear,

    /// <summary>It may have touched the boundary.</summary>
    MayTouch,

    /// <summary>Both fixes are outside, and every path between them passes through the region.</summary>
    Forced,
}
