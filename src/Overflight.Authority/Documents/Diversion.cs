namespace Overflight.Authority.Documents;

/// <summary>A place that a sortie can divert to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="WithoutLink">Whether the aircraft goes there by itself where its link is lost.</param>
public sealed record Diversion(string Name, double Latitude, double Longitude, bool WithoutLink = false);
