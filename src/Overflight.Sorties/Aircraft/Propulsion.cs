using System.Text.Json.Serialization;

namespace Overflight.Sorties.Aircraft;

/// <summary>What drives it; <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(PropellerPropulsion), "propeller")]
[JsonDerivedType(typeof(JetPropulsion), "jet")]
public abstract record Propulsion
{
    /// <summary>Power taken for sensors, links and avionics, watts at the shaft.</summary>
    public required Figure ElectricLoadWatts { get; init; }

    /// <summary>Density ratio down to which the rating is held (turbocharged or flat rated); 1: falls from sea level.</summary>
    public required Figure FlatRatedToDensityRatio { get; init; }

    /// <summary>Exponent of the density ratio by which the rating falls beyond.</summary>
    public required Figure LapseExponent { get; init; }

    /// <summary>Fuel flow at idle as part of that at full rating at sea level.</summary>
    public required Figure IdleFuelFraction { get; init; }
}
