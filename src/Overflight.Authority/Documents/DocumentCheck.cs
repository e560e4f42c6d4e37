namespace Overflight.Authority.Documents;

/// <summary>What types alone do not say of a document.</summary>
internal static class DocumentCheck
{
    /// <exception cref="InvalidDataException">A value is out of its range.</exception>
    public static void Check(AuthorityDocument document)
    {
        if (document.Id.Length is 0 or > 64 || document.Id.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.')))
            throw new InvalidDataException($"$.id: \"{document.Id}\" is no id: 1 to 64 lower-case letters, digits, \"-\" and \".\"");
        if (document.Version < 1)
            throw new InvalidDataException($"$.version: {document.Version} is no version; the first is 1");
        switch (document)
        {
            case Sortie sortie:
                CheckRoute(sortie.Route);
                CheckConduct(sortie.Conduct);
                break;
            case FlownSortie flown:
                CheckConduct(flown.Conduct);
                break;
            case Consent consent:
                State(consent.State, "$.state");
                Window(consent.Validity, "$.validity");
                break;
            case Programme programme:
                State(programme.OperatingState, "$.operatingState");
                foreach (var state in programme.Extent.States)
                    State(state, "$.extent.states");
                break;
            case Instrument instrument:
                foreach (var window in instrument.Scope.Windows)
                    Window(window, "$.scope.windows");
                break;
        }
    }

    private static void CheckRoute(PlannedRoute route)
    {
        if (route.Points.Count < 2)
            throw new InvalidDataException("$.route.points: a route has two points or more");
        if (!(route.CorridorMetres is >= 0 and <= 1_000_000))
            throw new InvalidDataException($"$.route.corridorMetres: {route.CorridorMetres} is not from 0 to 1,000,000");
        if (!(route.AltitudeToleranceMetres is >= 0 and <= 30_000))
            throw new InvalidDataException($"$.route.altitudeToleranceMetres: {route.AltitudeToleranceMetres} is not from 0 to 30,000");
        for (var i = 0; i < route.Points.Count; i++)
        {
            var point = route.Points[i];
            if (!(Math.Abs(point.Latitude) <= 90 && Math.Abs(point.Longitude) <= 180))
                throw new InvalidDataException($"$.route.points[{i}]: {point.Latitude}, {point.Longitude} is no place");
            if (i > 0 && point.At <= route.Points[i - 1].At)
                throw new InvalidDataException($"$.route.points[{i}].at: is not later than the point before");
        }
    }

    private static void CheckConduct(SortieConduct conduct)
    {
        foreach (var (window, path) in conduct.Sensors.Select(s => (s.During, "$.conduct.sensors")).Concat(conduct.Control.Select(c => (c.During, "$.conduct.control"))).Concat(conduct.Sessions.Select(s => (s.During, "$.conduct.sessions"))))
            Window(window, path);
        foreach (var level in conduct.Control.Select(c => c.Interoperability).Concat(conduct.Sessions.Select(s => s.Interoperability)))
        {
            if (level is < 1 or > 5)
                throw new InvalidDataException($"$.conduct: {level} is no level of interoperability; STANAG 4586 has 1 to 5");
        }
    }

    private static void State(string state, string path)
    {
        if (state.Length != 3 || !state.All(char.IsAsciiLetterUpper))
            throw new InvalidDataException($"{path}: \"{state}\" is no ISO 3166 alpha-3 code");
    }

    private static void Window(TimeWindow window, string path)
    {
        if (window.To <= window.From)
            throw new InvalidDataException($"{path}: ends at {window.To}, not after its beginning");
    }
}
