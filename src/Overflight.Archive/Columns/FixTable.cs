using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Archive.Columns;

/// <summary>
/// Fixes of many aircraft as a structure of arrays: what an ingest buffers and what a row group becomes when it is read.
/// Text is by number in a <see cref="TextPool"/>, number 0 being "not given".
/// </summary>
internal sealed class FixTable
{
    /// <summary>Units of the stored positions in a degree.</summary>
    public const double UnitsPerDegree = 1e7;

    public int Count;
    public long[] TimeMicroseconds = [];
    public int[] Latitude = [];
    public int[] Longitude = [];
    public float[] BarometricAltitude = [];
    public float[] GeometricAltitude = [];
    public float[] GroundSpeed = [];
    public float[] TrackAngle = [];
    public float[] VerticalRate = [];
    public float[] Accuracy = [];
    public float[] Containment = [];
    public short[] Nic = [];
    public short[] NacP = [];
    public short[] Sil = [];
    public short[] Squawk = [];
    public short[] Source = [];
    public short[] Status = [];
    public int[] Callsign = [];
    public int[] Address = [];
    public int[] Name = [];
    public int[] Registration = [];
    public int[] TypeDesignator = [];
    public int[] Description = [];
    public int[] Input = [];
    public long[] Record = [];

    public int Capacity => TimeMicroseconds.Length;

    /// <summary>Makes room for a number of rows in all; what is held stays, and new room holds what stands for "not given".</summary>
    public void Reserve(int capacity)
    {
        if (capacity <= Capacity)
            return;
        var first = Capacity;
        Array.Resize(ref TimeMicroseconds, capacity);
        Array.Resize(ref Latitude, capacity);
        Array.Resize(ref Longitude, capacity);
        Array.Resize(ref BarometricAltitude, capacity);
        Array.Resize(ref GeometricAltitude, capacity);
        Array.Resize(ref GroundSpeed, capacity);
        Array.Resize(ref TrackAngle, capacity);
        Array.Resize(ref VerticalRate, capacity);
        Array.Resize(ref Accuracy, capacity);
        Array.Resize(ref Containment, capacity);
        Array.Resize(ref Nic, capacity);
        Array.Resize(ref NacP, capacity);
        Array.Resize(ref Sil, capacity);
        Array.Resize(ref Squawk, capacity);
        Array.Resize(ref Source, capacity);
        Array.Resize(ref Status, capacity);
        Array.Resize(ref Callsign, capacity);
        Array.Resize(ref Address, capacity);
        Array.Resize(ref Name, capacity);
        Array.Resize(ref Registration, capacity);
        Array.Resize(ref TypeDesignator, capacity);
        Array.Resize(ref Description, capacity);
        Array.Resize(ref Input, capacity);
        Array.Resize(ref Record, capacity);
        foreach (var column in (float[][])[BarometricAltitude, GeometricAltitude, GroundSpeed, TrackAngle, VerticalRate, Accuracy, Containment])
            column.AsSpan(first).Fill(float.NaN);
        foreach (var column in (short[][])[Nic, NacP, Sil, Squawk])
            column.AsSpan(first).Fill(-1);
    }

    /// <summary>Adds a fix without its aircraft's names, which the caller sets at the returned row.</summary>
    public int Add(in Fix fix)
    {
        if (Count == Capacity)
            Reserve(Math.Max(1024, Count * 2));
        var i = Count++;
        TimeMicroseconds[i] = fix.Time.Microseconds;
        Latitude[i] = (int)Math.Round(fix.Position.LatitudeDegrees * UnitsPerDegree);
        Longitude[i] = (int)Math.Round(fix.Position.LongitudeDegrees * UnitsPerDegree);
        BarometricAltitude[i] = fix.BarometricAltitudeFeet;
        GeometricAltitude[i] = fix.GeometricAltitudeFeet;
        GroundSpeed[i] = fix.GroundSpeedKnots;
        TrackAngle[i] = fix.TrackDegrees;
        VerticalRate[i] = fix.VerticalRateFeetPerMinute;
        Accuracy[i] = fix.AccuracyMetres;
        Containment[i] = fix.ContainmentMetres;
        Nic[i] = fix.Nic;
        NacP[i] = fix.NacP;
        Sil[i] = fix.Sil;
        Squawk[i] = fix.Squawk;
        Source[i] = (short)fix.Source;
        Status[i] = (short)fix.Status;
        Record[i] = fix.Record;
        return i;
    }

    public Fix Gather(int i) => new()
    {
        Time = new UtcInstant(TimeMicroseconds[i]),
        Position = new GeoPoint(Latitude[i] / UnitsPerDegree, Longitude[i] / UnitsPerDegree),
        BarometricAltitudeFeet = BarometricAltitude[i],
        GeometricAltitudeFeet = GeometricAltitude[i],
        GroundSpeedKnots = GroundSpeed[i],
        TrackDegrees = TrackAngle[i],
        VerticalRateFeetPerMinute = VerticalRate[i],
        AccuracyMetres = Accuracy[i],
        ContainmentMetres = Containment[i],
        Nic = (sbyte)Nic[i],
        NacP = (sbyte)NacP[i],
        Sil = (sbyte)Sil[i],
        Squawk = Squawk[i],
        Source = (FixSource)Source[i],
        Status = (FixStatus)Status[i],
        Record = Record[i],
    };
}
