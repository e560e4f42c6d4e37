namespace Overflight.Airspace.Verdicts;

/// <summary>What to ask of each flight.</summary>
public sealed record AnalyzerOptions
{
    /// <summary>Regions to judge whether or not the flight came near; where empty, every State concerned.</summary>
    public IReadOnlyList<AirspaceRegion> Regions { get; init; } = [];

    /// <summary>Zones to judge besides: reported where the flight entered or came near.</summary>
    public IReadOnlyList<AirspaceRegion> AlsoRegions { get; init; } = [];

    /// <summary>Whether to put each question to the second boundary set as well.</summary>
    public bool AskSecondSet { get; init; } = true;

    /// <summary>A speed bound that the user gives, knots; null to take it from type or observation.</summary>
    public double? MaxSpeedKnots { get; init; }

    /// <summary>A State that was not entered is reported where a fix came this near, metres.</summary>
    public double NearMetres { get; init; } = 50_000;
}
