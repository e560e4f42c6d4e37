using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Atmosphere;

/// <summary>Wind as a function of place, height and time: pure, so that the same question has the same answer, and safe on any thread.</summary>
public interface IWindField
{
    /// <summary>The wind at a place.</summary>
    /// <param name="place">The place below.</param>
    /// <param name="heightMetres">Geometric height above mean sea level.</param>
    /// <param name="time">The instant.</param>
    Wind At(GeoPoint place, double heightMetres, UtcInstant time);
}
