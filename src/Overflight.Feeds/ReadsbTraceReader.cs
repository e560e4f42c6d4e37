using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Reads readsb / tar1090 <c>trace_full</c> and <c>trace_recent</c> JSON: one aircraft, one array of elements.</summary>
internal sealed class ReadsbTraceReader(ByteWindow window, ReadSession session)
{
    private AircraftAddress _address = AircraftAddress.None;
    private string _name = "";
    private string _registration = "";
    private string _type = "";
    private string _description = "";
    private string _operator = "";
    private long _baseMicroseconds;
    private bool _hasBase;

    /// <summary>Reads every trace object in the input; archives sometimes join them.</summary>
    public void Read()
    {
        var members = new JsonMembers(window, session);
        while (members.Enter())
        {
            _address = AircraftAddress.None;
            _name = _registration = _type = _description = _operator = "";
            _hasBase = false;
            ReadOne(members);
        }
    }

    private void ReadOne(JsonMembers members)
    {
        OpenTrack? track = null;
        while (members.NextKey())
        {
            if (members.Key == "trace" && members.Next() == '[')
            {
                track = ReadTrace();
                continue;
            }
            var kind = members.Read(out var number, out var text);
            Take(members.Key, kind, number, text);
        }
        if (track is not null)
            Describe(track);
    }

    private void Take(string key, JsonKind kind, double number, string text)
    {
        switch (key)
        {
            case "icao":
                _name = text;
                if (!AircraftAddress.TryParse(text, out _address))
                    session.Refuse(RejectionKind.Malformed, window.Offset, -1, "icao", $"\"{Shown.Of(text)}\" is not a 24-bit address; the track goes by that name");
                break;
            case "r":
                _registration = text;
                break;
            case "t":
                _type = text;
                break;
            case "desc":
                _description = text;
                break;
            case "ownOp":
                _operator = text;
                break;
            case "timestamp" when kind == JsonKind.Number && TimeRange.Holds(number * 1e6):
                _baseMicroseconds = UtcInstant.FromUnixSeconds(number).Microseconds;
                _hasBase = true;
                break;
        }
    }

    private OpenTrack? ReadTrace()
    {
        window.Consume(1);
        if (!_hasBase)
            session.Refuse(RejectionKind.NoTime, window.Offset, -1, "timestamp", "the trace has no timestamp between 1990 and 2100 before its elements, so that they have no time");
        var track = !_hasBase ? null : _address.IsKnown ? session.Tracks.Of(_address) : session.Tracks.Of(_name.Length > 0 ? _name : "unknown");
        if (track is not null)
            Describe(track);
        var parser = new ReadsbElementParser(session, track, _baseMicroseconds);
        JsonElements.Read(window, session, parser);
        if (parser.CarriedSeconds)
            session.Note("integrity (NIC, Rc, NACp, SIL) is given with some elements only and is carried forward for at most 60 s");
        return track;
    }

    private void Describe(OpenTrack track) => track.Builder.Aircraft = track.Builder.Aircraft with
    {
        Registration = _registration,
        TypeDesignator = _type,
        Description = _operator.Length == 0 ? _description : _description.Length == 0 ? _operator : $"{_description}; {_operator}",
    };
}
