using System.Text.Json.Serialization;

namespace Overflight.Sorties.Routes;

/// <summary>A leg of a route as data; <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(WaypointLeg), "waypoint")]
[JsonDerivedType(typeof(OrbitLeg), "orbit")]
[JsonDerivedType(typeof(RacetrackLeg), "racetrack")]
[JsonDerivedType(typeof(FigureEightLeg), "figureEight")]
[JsonDerivedType(typeof(LadderLeg), "ladder")]
[JsonDerivedType(typeof(ExpandingSquareLeg), "expandingSquare")]
[JsonDerivedType(typeof(HoldLeg), "hold")]
[JsonDerivedType(typeof(ReturnLeg), "return")]
[JsonDerivedType(typeof(DivertLeg), "divert")]
public abstract record RouteLeg
{
    /// <summary>Its name in events; absent: its number.</summary>
    public string? Name { get; init; }

    /// <summary>Altitude above mean sea level; absent: as before.</summary>
    public double? AltitudeMetres { get; init; }

    /// <summary>When the altitude is made.</summary>
    public AltitudePlan AltitudePlan { get; init; }

    /// <summary>How fast; absent: as before, at first cruise.</summary>
    public SpeedChoice? Speed { get; init; }

    /// <summary>True airspeed, in place of <see cref="Speed"/>.</summary>
    public double? TrueAirspeedMetresPerSecond { get; init; }

    /// <summary>Complains about a field.</summary>
    /// <param name="field">The leg's own name in the file.</param>
    /// <exception cref="InvalidDataException">A value is out of its range; the message names the field.</exception>
    internal virtual void Check(string field)
    {
        if (AltitudeMetres is { } altitude)
            FieldCheck.Between($"{field}.altitudeMetres", altitude, -430, 25_000);
        if (TrueAirspeedMetresPerSecond is { } speed)
            FieldCheck.Between($"{field}.trueAirspeedMetresPerSecond", speed, 1, 400);
        FieldCheck.That(Speed is null || TrueAirspeedMetresPerSecond is null, $"{field}.speed", "is given twice: with trueAirspeedMetresPerSecond");
    }

    private protected static void CheckPlace(string field, Geodesy.GeoPoint place) =>
        FieldCheck.That(place.IsValid && Math.Abs(place.LatitudeDegrees) <= 89, field, "is no place between 89° south and north");

    private protected static void CheckRadius(string field, double radius) => FieldCheck.Between(field, radius, 10, 500_000);

    private protected static void CheckEnd(string field, double? turns, double? seconds)
    {
        FieldCheck.That(turns is null || seconds is null, field, "ends by turns or by durationSeconds, not both");
        FieldCheck.That(turns is not <= 0 && seconds is not <= 0, field, "needs turns or durationSeconds above zero");
    }
}
