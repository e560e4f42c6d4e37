using System.Text.Json.Serialization;
using Overflight.Geodesy;

namespace Overflight.Planning.Tasks;

/// <summary>An airfield.</summary>
/// <param name="AntennaHeightMetres">Height of the antenna above the ground, metres.</param>
public sealed record TaskBase(double AntennaHeightMetres = 10)
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Degrees, north positive.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees, east positive.</summary>
    public required double Longitude { get; init; }

    /// <summary>Metres above mean sea level.</summary>
    public double ElevationMetres { get; init; }

    /// <summary>Whether it is a place to divert to; other bases are not given to sorties as one.</summary>
    public bool IsAlternate { get; init; }

    /// <summary>Where it is.</summary>
    [JsonIgnore]
    public GeoPoint Place => new(Latitude, Longitude);
}
