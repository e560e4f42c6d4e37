using System.Globalization;
using Overflight.Tracks;

namespace Overflight.Dossiers.Footprints;

/// <summary>Instants to the microsecond, which pictures need to be told apart.</summary>
internal static class FootprintTime
{
    public static string Exact(UtcInstant time) => time.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
