namespace Overflight.Feeds;

/// <summary>Reads OpenSky's REST answers: <c>states/all</c> (arrays of 17 or 18) and <c>tracks</c> (waypoints), SI units.</summary>
internal sealed class OpenSkyReader(ByteWindow window, ReadSession session)
{
    public void ReadStates()
    {
        var interpreter = new RowInterpreter(session, marksRowTimes: true);
        var members = new JsonMembers(window, session);
        var parser = new OpenSkyArrayParser(interpreter, OpenSkyArrayParser.StateFields);
        // Recorders append one answer after another.
        while (members.Enter())
        {
            while (members.NextKey())
            {
                if (members.Key != "states" || members.Next() != '[')
                {
                    members.Read(out _, out _);
                    continue;
                }
                window.Consume(1);
                JsonElements.Read(window, session, parser);
            }
        }
        interpreter.Finish();
    }

    public void ReadTracks()
    {
        var members = new JsonMembers(window, session);
        while (members.Enter())
            ReadTrack(members);
    }

    private void ReadTrack(JsonMembers members)
    {
        string address = "", callsign = "";
        var interpreter = new RowInterpreter(session, marksRowTimes: false);
        var parser = new OpenSkyArrayParser(interpreter, OpenSkyArrayParser.WaypointFields);
        while (members.NextKey())
        {
            if (members.Key == "path" && members.Next() == '[')
            {
                parser.Address = address;
                parser.Callsign = callsign;
                window.Consume(1);
                if (address.Length == 0)
                    session.Note("the waypoints stand before the address they belong to; they go by the name \"unknown\"");
                JsonElements.Read(window, session, parser);
                continue;
            }
            members.Read(out _, out var text);
            if (members.Key is "icao24")
                address = text;
            else if (members.Key is "callsign" or "calllsign")
                callsign = text.Trim();
        }
        interpreter.Finish();
        session.Note("waypoints of an OpenSky track are chosen where the flight changes, up to 15 minutes apart: what lies between was not observed here");
    }
}
