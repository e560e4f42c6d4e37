using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Routes;
using Overflight.Tracks;

namespace Overflight.Sorties.Simulation;

/// <summary>All that a simulation starts from. The same setup, seed and inputs make the same flight, bit by bit.</summary>
public sealed record SortieSetup
{
    /// <summary>The type.</summary>
    public required AircraftType Type { get; init; }

    /// <summary>When it starts.</summary>
    public required UtcInstant Start { get; init; }

    /// <summary>Where it takes off and returns to.</summary>
    public required Airfield Home { get; init; }

    /// <summary>What it flies.</summary>
    public required Route Route { get; init; }

    /// <summary>Other airfields that it may land at.</summary>
    public IReadOnlyList<Airfield> Alternates { get; init; } = [];

    /// <summary>Fuel at the start; absent: full tanks, or what the take-off mass allows.</summary>
    public double? FuelKilograms { get; init; }

    /// <summary>Mass of sensors; absent: the type's.</summary>
    public double? SensorKilograms { get; init; }

    /// <summary>Fences.</summary>
    public IReadOnlyList<Fence> Fences { get; init; } = [];

    /// <summary>Wind; absent: none.</summary>
    public IWindField? Wind { get; init; }

    /// <summary>Root mean square of gusts in each axis, m/s; 0 for none.</summary>
    public double GustMetresPerSecond { get; init; }

    /// <summary>Seed of the gusts.</summary>
    public ulong Seed { get; init; }

    /// <summary>The atmosphere.</summary>
    public AirColumn Air { get; init; } = AirColumn.Standard;

    /// <summary>Height of the geoid over the ellipsoid where it flies, one value a sortie (<see cref="Geoid.UndulationMetres"/> at home).</summary>
    public double UndulationMetres { get; init; }

    /// <summary>Stations; the first holds control. Absent: one, <c>station</c>, at level 5.</summary>
    public IReadOnlyList<ControlStation> Stations { get; init; } = [new ControlStation("station", "operator", 5)];

    /// <summary>Times without the control link.</summary>
    public IReadOnlyList<LinkOutage> Outages { get; init; } = [];

    /// <summary>What it does without its link.</summary>
    public LostLinkProcedure LostLink { get; init; } = new();

    /// <summary>Fuel rules.</summary>
    public FuelPlan Fuel { get; init; } = new();

    /// <summary>When it takes off by itself; absent: at the start. Never with <see cref="WaitsForTakeOff"/>.</summary>
    public UtcInstant? TakeOffAt { get; init; }

    /// <summary>Whether it stands until a station commands the take-off.</summary>
    public bool WaitsForTakeOff { get; init; }

    /// <summary>Starts in the air, on its route; absent: parked at home.</summary>
    public AirborneStart? Airborne { get; init; }

    /// <summary>The step, 0.05 to 5 seconds.</summary>
    public double StepSeconds { get; init; } = 1;
}
