using System.Globalization;
using System.Text;

namespace Overflight.Geodesy.Terrain;

/// <summary>What the user header label (UHL) and the data set identification (DSI) of a DTED file say of its grid (MIL-PRF-89020B, tables III and IV).</summary>
/// <param name="WestDegrees">Longitude of the first column.</param>
/// <param name="SouthDegrees">Latitude of the southernmost row.</param>
/// <param name="LongitudeIntervalDegrees">From column to column: wider in zones towards the poles.</param>
/// <param name="LatitudeIntervalDegrees">From row to row.</param>
/// <param name="Columns">Meridians.</param>
/// <param name="Rows">Heights on each.</param>
/// <param name="DataOffset">Where the first record begins.</param>
internal sealed record DtedHeader(
    double WestDegrees, double SouthDegrees, double LongitudeIntervalDegrees, double LatitudeIntervalDegrees, int Columns, int Rows, long DataOffset)
{
    private const int UhlBytes = 80;
    private const int DsiBytes = 648;
    private const int AccBytes = 2700;

    // Files that were copied from tape may keep its labels before the UHL, 80 bytes each.
    private const int MostTapeLabels = 4;

    /// <summary>Reads the headers of a file.</summary>
    /// <exception cref="InvalidDataException">They are missing or say what cannot be.</exception>
    public static DtedHeader Read(string file)
    {
        var bytes = new byte[MostTapeLabels * UhlBytes + UhlBytes + DsiBytes + AccBytes];
        using (var handle = File.OpenHandle(file))
            Array.Resize(ref bytes, FileBytes.Read(handle, 0, bytes));
        return Parse(bytes);
    }

    /// <summary>Reads the headers.</summary>
    /// <exception cref="InvalidDataException">They are missing or say what cannot be.</exception>
    public static DtedHeader Parse(ReadOnlySpan<byte> bytes)
    {
        var uhl = 0;
        while (uhl < MostTapeLabels * UhlBytes && (HasMark(bytes, uhl, "VOL") || HasMark(bytes, uhl, "HDR")))
            uhl += UhlBytes;
        foreach (var (mark, offset) in ((string, int)[])[("UHL1", uhl), ("DSI", uhl + UhlBytes), ("ACC", uhl + UhlBytes + DsiBytes)])
            if (!HasMark(bytes, offset, mark))
                throw new InvalidDataException($"no {mark} header at offset {offset}");
        var dsi = uhl + UhlBytes;
        if (Text(bytes, dsi + 141, 3) is var vertical and not ("MSL" or "E96" or "E08" or ""))
            throw new InvalidDataException($"vertical datum {vertical} (DSI), not MSL, E96 or E08");
        if (Text(bytes, dsi + 144, 5) is var horizontal and not ("WGS84" or ""))
            throw new InvalidDataException($"horizontal datum {horizontal} (DSI), not WGS84");
        var header = new DtedHeader(
            Degrees(bytes, uhl + 4, 180, "longitude of origin"), Degrees(bytes, uhl + 12, 90, "latitude of origin"),
            Number(bytes, uhl + 20, 4, "longitude interval") / 36_000.0, Number(bytes, uhl + 24, 4, "latitude interval") / 36_000.0,
            Number(bytes, uhl + 47, 4, "number of longitude lines"), Number(bytes, uhl + 51, 4, "number of latitude points"),
            uhl + UhlBytes + DsiBytes + AccBytes);
        if (header.Columns < 2 || header.Rows < 2 || header.LongitudeIntervalDegrees == 0 || header.LatitudeIntervalDegrees == 0)
            throw new InvalidDataException("fewer than two lines, or none apart (UHL)");
        return header;
    }

    private static bool HasMark(ReadOnlySpan<byte> bytes, int offset, string mark) =>
        bytes.Length >= offset + mark.Length && Text(bytes, offset, mark.Length) == mark;

    private static string Text(ReadOnlySpan<byte> bytes, int offset, int length) => Encoding.Latin1.GetString(bytes.Slice(offset, length)).Trim(' ', '\0');

    private static int Number(ReadOnlySpan<byte> bytes, int offset, int length, string field)
    {
        var text = Text(bytes, offset, length);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"{field} \"{text}\" at offset {offset} (UHL)");
    }

    /// <summary>DDDMMSSH.</summary>
    private static double Degrees(ReadOnlySpan<byte> bytes, int offset, int most, string field)
    {
        var degrees = Number(bytes, offset, 3, field) + Number(bytes, offset + 3, 2, field) / 60.0 + Number(bytes, offset + 5, 2, field) / 3600.0;
        var (positive, negative) = most == 90 ? ('N', 'S') : ('E', 'W');
        var letter = (char)bytes[offset + 7];
        if ((letter != positive && letter != negative) || degrees > most)
            throw new InvalidDataException($"{field} \"{Text(bytes, offset, 8)}\" at offset {offset} (UHL)");
        return letter == negative ? -degrees : degrees;
    }
}
