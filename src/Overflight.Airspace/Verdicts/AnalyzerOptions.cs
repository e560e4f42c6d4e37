namespace Overflight.Airspace.Verdicts;

/// <summary>What to ask of each flight.</summary>
public sealed record AnalyzerOptions
{
    /// <summary>Regions to judge whether or not the flight came near; where empty, every State concerned.</summary>
    public IReadOnlyList<AirspaceRegion> Regions { get; init; } = [];

    /// <summary>Regions of the second boundary set, by name, for the second opinion.</summary>
    public bool AskSecondSet { get; init; } = true;

    /// <summary>A speed bound that the user gives, knots; null to take it from type or observation.</summary>
    public double? MaxSpeedKnots { get; init; }

    /// <summary>A State that was not entered is reported where a fix came this near, metres.</summary>
    public double NearMetres { get; init; } = 50_000;
}
