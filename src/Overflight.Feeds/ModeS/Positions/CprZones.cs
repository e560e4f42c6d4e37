namespace Overflight.Feeds.ModeS;

/// <summary>
/// NL, the number of longitude zones at a latitude (DO-260B A.1.7.2 d): 59 at the equator, 1 beyond 87 degrees. It falls from n to
/// n−1 at acos(sqrt((1 − cos(π/30)) / (1 − cos(2π/n)))).
/// </summary>
internal static class CprZones
{
    private const int CellsPerDegree = 10;
    private static readonly double[] s_end = Ends();
    private static readonly byte[] s_atCellStart = CellStarts();

    public static int At(double latitudeDegrees)
    {
        var latitude = Math.Abs(latitudeDegrees);
        if (!(latitude < 87))
            return latitude > 87 ? 1 : 2;
        // No two ends lie within a tenth of a degree, so the cell's zone or the next is right.
        int zones = s_atCellStart[(int)(latitude * CellsPerDegree)];
        return latitude >= s_end[zones] ? zones - 1 : zones;
    }

    private static double[] Ends()
    {
        var ends = new double[60];
        ends[1] = 90;
        ends[2] = 87;
        for (var zones = 3; zones < 60; zones++)
            ends[zones] = Math.Acos(Math.Sqrt((1 - Math.Cos(Math.PI / 30)) / (1 - Math.Cos(2 * Math.PI / zones)))) * (180 / Math.PI);
        return ends;
    }

    private static byte[] CellStarts()
    {
        var starts = new byte[87 * CellsPerDegree + 1];
        byte zones = 59;
        for (var cell = 0; cell < starts.Length; cell++)
        {
            while (zones > 2 && (double)cell / CellsPerDegree >= s_end[zones])
                zones--;
            starts[cell] = zones;
        }
        return starts;
    }
}
