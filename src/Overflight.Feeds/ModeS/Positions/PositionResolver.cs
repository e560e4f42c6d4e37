using Overflight.Geodesy;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// From codes to places. A first place needs two pairs of even and odd codes, without a code in common, that agree; from then on each code
/// is decoded near the last place and must be within reach of it. Three misses in a row start anew. The time of a place is that of
/// its newest code.
/// </summary>
/// <param name="references">Airports, or other places that traffic on the ground is near.</param>
internal sealed class PositionResolver(IReadOnlyList<GeoPoint> references)
{
    private const int MissesAllowed = 2;

    // DO-260B 2.2.10.2: pairs no farther apart than these are decoded together.
    private const long AirbornePairMicroseconds = 10_000_000;
    private const long SlowSurfacePairMicroseconds = 50_000_000;
    private const long FastSurfacePairMicroseconds = 25_000_000;
    private const float SlowKnots = 25;
    private const double ReferenceMiles = 5;
    private readonly GroundTraffic _ground = new();
    private ReceptionArea _area = ReceptionArea.Around(references);

    /// <summary>What one code gave.</summary>
    public enum Outcome
    {
        /// <summary>No place yet; the code may get one later.</summary>
        Waits,

        /// <summary>A place, in the state.</summary>
        Placed,

        /// <summary>A place, and the first: codes that wait can be settled.</summary>
        Established,
    }

    public Outcome Resolve(ref PositionState state, in CprCode code, long time, float speedKnots)
    {
        Remember(ref state, code, time);
        if (state.Stage == PositionStage.Established)
        {
            if (TryNearLast(ref state, code, time, speedKnots, out var isInReach))
                return Outcome.Placed;
            if (isInReach && ++state.Misses <= MissesAllowed)
                return Outcome.Waits;
            state.Stage = PositionStage.Unknown;
        }
        return Acquire(ref state, code, time, speedKnots) ? Outcome.Established : Outcome.Waits;
    }

    private static void Remember(ref PositionState state, in CprCode code, long time)
    {
        var number = ++state.Codes;
        if (code.IsOdd)
            (state.Odd, state.OddTime, state.OddNumber) = (code, time, number);
        else
            (state.Even, state.EvenTime, state.EvenNumber) = (code, time, number);
    }

    private bool TryNearLast(ref PositionState state, in CprCode code, long time, float speedKnots, out bool isInReach)
    {
        var miles = Reach.Miles((time - state.Time) / 1e6, state.WasOnGround, code.IsSurface, speedKnots);
        isInReach = Reach.IsUnambiguous(miles, code.IsSurface);
        if (!isInReach
            || !Cpr.TryLocal(code, state.Latitude, state.Longitude, out var latitude, out var longitude)
            || !Reach.IsWithin(miles, latitude, longitude, state.Latitude, state.Longitude))
            return false;
        Place(ref state, latitude, longitude, time, code.IsSurface);
        return true;
    }

    private bool Acquire(ref PositionState state, in CprCode code, long time, float speedKnots)
    {
        if (!TryPair(state, code, speedKnots, out var latitude, out var longitude))
            return false;
        if (state.Stage == PositionStage.Tentative)
        {
            if (Math.Min(state.EvenNumber, state.OddNumber) <= state.TentativeNumber)
                return false;
            var miles = Reach.Miles((time - state.TentativeTime) / 1e6, state.TentativeOnGround, code.IsSurface, speedKnots);
            if (Reach.IsWithin(miles, latitude, longitude, state.TentativeLatitude, state.TentativeLongitude))
                return Establish(ref state, latitude, longitude, time, code.IsSurface);
        }
        state.Stage = PositionStage.Tentative;
        (state.TentativeLatitude, state.TentativeLongitude, state.TentativeTime) = (latitude, longitude, time);
        (state.TentativeNumber, state.TentativeOnGround) = (state.Codes, code.IsSurface);
        return false;
    }

    /// <summary>
    /// The last resort for a code that waits at the end: the place within <see cref="ReferenceMiles"/> of a reference, or of the airport
    /// whose ground was heard about that time, if there is just one. A code from elsewhere comes this near by chance once in a hundred times.
    /// </summary>
    public bool TryNearReference(in CprCode code, long time, out GeoPoint place)
    {
        place = default;
        if (!code.IsSurface)
            return false;
        var found = 0;
        foreach (var near in _ground.AirportAt(time) is { } airport ? references.Append(airport) : references)
        {
            if (!Cpr.TryLocal(code, near.LatitudeDegrees, near.LongitudeDegrees, out var latitude, out var longitude)
                || !Reach.IsWithin(ReferenceMiles, latitude, longitude, near.LatitudeDegrees, near.LongitudeDegrees))
                continue;
            var another = new GeoPoint(latitude, longitude);
            found += found == 0 || !Reach.IsWithin(0.1, latitude, longitude, place.LatitudeDegrees, place.LongitudeDegrees) ? 1 : 0;
            place = another;
        }
        return found == 1;
    }

    private bool Establish(ref PositionState state, double latitude, double longitude, long time, bool isOnGround)
    {
        state.Stage = PositionStage.Established;
        state.HasLast = true;
        Place(ref state, latitude, longitude, time, isOnGround);
        return true;
    }

    private bool TryPair(in PositionState state, in CprCode code, float speedKnots, out double latitude, out double longitude)
    {
        latitude = longitude = 0;
        if (state.EvenNumber == 0 || state.OddNumber == 0 || state.Even.IsSurface != state.Odd.IsSurface)
            return false;
        var apart = Math.Abs(state.EvenTime - state.OddTime);
        if (!code.IsSurface)
            return apart <= AirbornePairMicroseconds && Cpr.TryAirborne(state.Even, state.Odd, code.IsOdd, out latitude, out longitude);
        if (apart > (speedKnots <= SlowKnots ? SlowSurfacePairMicroseconds : FastSurfacePairMicroseconds))
            return false;
        // On the ground the same codes stand for eight places; the aircraft's last, however old, or the rest of the traffic tells which.
        if (state.HasLast)
            return Cpr.TrySurface(state.Even, state.Odd, code.IsOdd, state.Latitude, state.Longitude, out latitude, out longitude);
        return _area.Middle is { } middle
            && Cpr.TrySurface(state.Even, state.Odd, code.IsOdd, middle.LatitudeDegrees, middle.LongitudeDegrees, out latitude, out longitude)
            && _area.IsNear(latitude, longitude);
    }

    private void Place(ref PositionState state, double latitude, double longitude, long time, bool isOnGround)
    {
        (state.Latitude, state.Longitude, state.Time, state.WasOnGround) = (latitude, longitude, time, isOnGround);
        state.Misses = 0;
        if (isOnGround)
            _ground.Add(latitude, longitude, time);
        else
            _area.Add(latitude, longitude);
    }
}
