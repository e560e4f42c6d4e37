using Overflight.Sorties.Atmosphere;
using Overflight.Tracks;

namespace Overflight.Operations.Scenarios;

/// <summary>What is flown together: aircraft, their air, and what leaves traces how often.</summary>
/// <param name="TelemetryEverySeconds">A line of telemetry so often.</param>
/// <param name="GuardEverySeconds">The rules are asked of each flight so often, and when its papers change; 0 for never.</param>
public sealed record Scenario(double TelemetryEverySeconds = 10, double GuardEverySeconds = 300)
{
    /// <summary>Its form; "scenario".</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Of gusts, and of when aircraft send what.</summary>
    public ulong Seed { get; init; }

    /// <summary>The wind; none where not given.</summary>
    public WindFieldData? Wind { get; init; }

    /// <summary>Root mean square of gusts, metres a second.</summary>
    public double GustMetresPerSecond { get; init; }

    /// <summary>How much warmer than the standard atmosphere.</summary>
    public double TemperatureOffsetKelvin { get; init; }

    /// <summary>When it ends at the latest; otherwise when all have landed.</summary>
    public UtcInstant? Until { get; init; }

    /// <summary>The aircraft.</summary>
    public required IReadOnlyList<ScenarioAircraft> Aircraft { get; init; }
}
