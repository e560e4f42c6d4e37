namespace Overflight.Feeds;

/// <summary>The kinds by which rejected records are counted.</summary>
internal static class RejectionKind
{
    public const string LatitudeOutOfRange = "latitude-out-of-range";
    public const string LongitudeOutOfRange = "longitude-out-of-range";
    public const string NotANumber = "not-a-number";
    public const string NoTime = "no-time";
    public const string TimeOutOfRange = "time-out-of-range";
    public const string Malformed = "malformed";
    public const string RecordTooLong = "record-too-long";
    public const string Truncated = "truncated";
    public const string Corrupt = "corrupt-compression";
    public const string ExpandsTooMuch = "expands-too-much";
    public const string Unrecognised = "unrecognised";
    public const string Unreadable = "unreadable";
    public const string MissingColumn = "missing-column";
    public const string TooManyRows = "too-many-rows";
    public const string TimesDoNotMatch = "times-do-not-match";
    public const string NoRadarSite = "no-radar-site";
    public const string EditionUnclear = "edition-unclear";
    public const string Fragment = "fragment";

    // Those below are no damage: the record is whole and has nothing new to say of an aircraft, or receivers hand on such records as they come.
    public const string NoPosition = "no-position";
    public const string StaleRepeat = "stale-repeat";
    public const string Duplicate = "duplicate";
    public const string NoMessage = "no-message";
    public const string BadParity = "bad-parity";
    public const string UnconfirmedAddress = "unconfirmed-address";
    public const string NotPlaced = "position-not-resolved";
    public const string NotAnAircraft = "not-an-aircraft";
    public const string NoIdentity = "no-identity";
    public const string NotObserved = "not-observed";
    public const string ServiceMessage = "service-message";
    public const string NotDecoded = "not-decoded";
    public const string OtherTraffic = "other-traffic";

    public static bool IsDamage(string kind) => kind is not
        (NoPosition or StaleRepeat or Duplicate or NoMessage or BadParity or UnconfirmedAddress or NotPlaced
        or NotAnAircraft or NoIdentity or NotObserved or ServiceMessage or NotDecoded or OtherTraffic);
}
