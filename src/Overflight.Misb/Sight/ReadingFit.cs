namespace Overflight.Misb.Sight;

/// <summary>The reading that fits a stream, and the evidence.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Standard">How well the reading by the standard fits; null where nothing could be compared.</param>
/// <param name="Chosen">How well the chosen one fits, without offsets; null where nothing could be compared.</param>
/// <param name="Candidates">All that were compared, best first.</param>
/// <param name="TargetsStandardMedianMetres">From computed to stated targets with heights above the ellipsoid; NaN without targets.</param>
/// <param name="TargetsSeaLevelMedianMetres">The same with heights above mean sea level.</param>
public sealed record ReadingFit(
    PoseReading Reading, ReadingResidual? Standard, ReadingResidual? Chosen, IReadOnlyList<ReadingResidual> Candidates,
    double TargetsStandardMedianMetres, double TargetsSeaLevelMedianMetres)
{
    /// <summary>Whether the stream is to be read otherwise than its standard says.</summary>
    public bool Departs => Reading != PoseReading.Standard;

    /// <summary>From the computed to the stated frame centre with the whole reading, in the middle case; NaN where nothing could be compared.</summary>
    public double MedianMetres { get; init; } = double.NaN;

    /// <summary>From below the sensor to the stated frame centre in the middle case; NaN where nothing could be compared.</summary>
    public double MedianRangeMetres { get; init; } = double.NaN;

    /// <summary>From the computed to the stated frame centre with the whole reading: 95 of 100 are nearer; NaN where nothing could be compared.</summary>
    public double Metres95 { get; init; } = double.NaN;
}
