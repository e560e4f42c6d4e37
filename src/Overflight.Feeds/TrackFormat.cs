namespace Overflight.Feeds;

/// <summary>The file formats that <see cref="TrackFile"/> reads; <c>docs/formats.md</c> describes each.</summary>
public enum TrackFormat
{
    /// <summary>readsb / tar1090 <c>trace_full</c> and <c>trace_recent</c> JSON.</summary>
    ReadsbTrace,

    /// <summary>JSON rows as the <c>traffic</c> library writes them: an array of objects.</summary>
    TrafficRows,

    /// <summary>JSON columns as the <c>traffic</c> library writes them: an object of columns, each keyed by row.</summary>
    TrafficColumns,

    /// <summary>One JSON object a line, with the members of <see cref="TrafficRows"/>.</summary>
    JsonLines,

    /// <summary>OpenSky state vectors as CSV, SI units.</summary>
    OpenSkyCsv,

    /// <summary>OpenSky <c>states/all</c> JSON, SI units.</summary>
    OpenSkyStates,

    /// <summary>OpenSky <c>tracks</c> JSON (waypoints), SI units.</summary>
    OpenSkyTrack,

    /// <summary>Flightradar24's CSV of one flight.</summary>
    FlightradarCsv,

    /// <summary>Any other delimited text whose columns are recognised by name.</summary>
    DelimitedText,

    /// <summary>GeoJSON lines with times, or points with a time property.</summary>
    GeoJson,

    /// <summary>KML with <c>gx:Track</c>, or points with a <c>TimeStamp</c>.</summary>
    Kml,

    /// <summary>KML in a zip archive.</summary>
    Kmz,

    /// <summary>GPX tracks with times.</summary>
    Gpx,

    /// <summary>Mode S messages in the Beast binary format.</summary>
    Beast,

    /// <summary>Mode S messages as AVR text.</summary>
    Avr,

    /// <summary>Mode S messages in hex, one JSON object a line.</summary>
    ModeSLines,

    /// <summary>ASTERIX data blocks, one behind another, bare or in packet captures.</summary>
    Asterix,

    /// <summary>SBS/BaseStation lines (port 30003).</summary>
    Sbs,

    /// <summary>readsb, tar1090 and dump1090 <c>aircraft.json</c>: all aircraft of one moment.</summary>
    AircraftList,

    /// <summary>Cursor on Target events, XML.</summary>
    CursorOnTarget,
}
