using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Routes;

namespace Overflight.Operations.Scenarios;

/// <summary>An aircraft of a scenario. What its sortie's paper says is not said again: route, stations, payload, sensors, diversions.</summary>
/// <param name="RunwayDegrees">Course of take-off and landing; that of the first leg where null.</param>
public sealed record ScenarioAircraft(double? RunwayDegrees = null)
{
    /// <summary>Its name, and call sign: letters, digits, spaces.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the sortie's paper.</summary>
    public required string Sortie { get; init; }

    /// <summary>Its 24-bit address, six hexadecimal digits.</summary>
    public required string Address { get; init; }

    /// <summary>Id of its type; that of the paper where not given.</summary>
    public string? Type { get; init; }

    /// <summary>Another route than the paper's: for what is not flown as planned.</summary>
    public Route? Route { get; init; }

    /// <summary>Fuel at the start; full tanks where not given.</summary>
    public double? FuelKilograms { get; init; }

    /// <summary>Height of the field above mean sea level, metres.</summary>
    public double ElevationMetres { get; init; }

    /// <summary>How it is heard; null where it sends nothing.</summary>
    public ScenarioAdsb? Adsb { get; init; }

    /// <summary>Times without its control link.</summary>
    public IReadOnlyList<LinkOutage> Outages { get; init => field = value ?? []; } = [];

    /// <summary>What it does without it.</summary>
    public LostLinkProcedure? LostLink { get; init; }

    /// <summary>What is asked of it, when and by whom.</summary>
    public IReadOnlyList<ScenarioCommand> Commands { get; init => field = value ?? []; } = [];

    /// <summary>Whether it keeps out of airspace that its papers do not open. Off for drills of what happens when one does not.</summary>
    public bool? IsFenced { get; init; }
}
