using Overflight.Geodesy;

namespace Overflight.Patterns.Watched;

/// <summary>Ranks what a sensor was pointed at by the time it was. A look holds until the next, but not for long: what a sensor did in between is not known.</summary>
public static class SeenPlaces
{
    private const double LongestHoldSeconds = 5;
    private const double VisitGapSeconds = 60;
    private const double LeastRadiusMetres = 100;
    private const int MostPlaces = 200;

    /// <summary>The places, longest first.</summary>
    /// <param name="looks">In order of time.</param>
    public static IReadOnlyList<WatchedPlace> Of(IReadOnlyList<SensorLook> looks)
    {
        ArgumentNullException.ThrowIfNull(looks);
        var places = new List<Place>();
        Place? last = null;
        for (var i = 0; i < looks.Count; i++)
        {
            var look = looks[i];
            var seconds = i + 1 < looks.Count ? Math.Min(LongestHoldSeconds, looks[i + 1].Time.SecondsSince(look.Time)) : 0;
            if (last?.Holds(look) != true)
                last = places.Find(p => p.Holds(look));
            if (last is null && places.Count < MostPlaces)
                places.Add(last = new Place(look));
            last?.Take(look, seconds);
        }
        return [.. places.Where(p => p.Seconds > 0).OrderByDescending(p => p.Seconds).Select(p => p.Told)];
    }

    private sealed class Place(SensorLook first)
    {
        private GeoPoint _centre = first.Centre;
        private double _radius = Math.Max(LeastRadiusMetres, first.RadiusMetres);
        private Tracks.UtcInstant? _last;
        private int _visits;

        public double Seconds { get; private set; }

        public WatchedPlace Told => new(_centre, _radius, Seconds, _visits) { IsSeen = true };

        public bool Holds(SensorLook look) => Geodesic.DistanceMetres(_centre, look.Centre) <= Math.Max(_radius, look.RadiusMetres);

        public void Take(SensorLook look, double seconds)
        {
            if (_last is not { } last || look.Time.SecondsSince(last) > VisitGapSeconds)
                _visits++;
            _last = look.Time;
            if (seconds <= 0)
                return;
            var share = seconds / (Seconds + seconds);
            var way = Geodesic.Inverse(_centre, look.Centre);
            _centre = Geodesic.Direct(_centre, way.InitialAzimuthDegrees, share * way.DistanceMetres);
            _radius += share * (Math.Max(LeastRadiusMetres, look.RadiusMetres) - _radius);
            Seconds += seconds;
        }
    }
}
