using Overflight.Geodesy;

namespace Overflight.Feeds;

/// <summary>Refuses what is no place, in words.</summary>
internal static class PositionCheck
{
    public static bool Passes(ReadSession session, GeoPoint position, long offset, long record)
    {
        if (position.IsValid)
            return true;
        var (latitude, longitude) = (position.LatitudeDegrees, position.LongitudeDegrees);
        if (!double.IsFinite(latitude))
            session.Refuse(RejectionKind.NotANumber, offset, record, "latitude", "the latitude is not a number");
        else if (!double.IsFinite(longitude))
            session.Refuse(RejectionKind.NotANumber, offset, record, "longitude", "the longitude is not a number");
        else if (latitude is < -90 or > 90)
            session.Refuse(RejectionKind.LatitudeOutOfRange, offset, record, "latitude", $"a latitude of {latitude:R} is no place");
        else
            session.Refuse(RejectionKind.LongitudeOutOfRange, offset, record, "longitude", $"a longitude of {longitude:R} is no place");
        return false;
    }
}
