using Overflight.Geodesy;

namespace Overflight.Tracks;

/// <summary>The arrays behind <see cref="Track"/>; grown by <see cref="TrackBuilder"/>, then never changed.</summary>
internal sealed class Columns(int capacity)
{
    public long[] Time = new long[capacity];
    public double[] Latitude = new double[capacity];
    public double[] Longitude = new double[capacity];
    public float[] BarometricAltitude = new float[capacity];
    public float[] GeometricAltitude = new float[capacity];
    public float[] GroundSpeed = new float[capacity];
    public float[] TrackAngle = new float[capacity];
    public float[] VerticalRate = new float[capacity];
    public float[] Accuracy = new float[capacity];
    public float[] Containment = new float[capacity];
    public sbyte[] Nic = new sbyte[capacity];
    public sbyte[] NacP = new sbyte[capacity];
    public sbyte[] Sil = new sbyte[capacity];
    public short[] Squawk = new short[capacity];
    public FixSource[] Source = new FixSource[capacity];
    public FixStatus[] Status = new FixStatus[capacity];
    public long[] Record = new long[capacity];

    public int Capacity => Time.Length;

    public void Put(int index, in Fix fix)
    {
        Time[index] = fix.Time.Microseconds;
        Latitude[index] = fix.Position.LatitudeDegrees;
        Longitude[index] = fix.Position.LongitudeDegrees;
        BarometricAltitude[index] = fix.BarometricAltitudeFeet;
        GeometricAltitude[index] = fix.GeometricAltitudeFeet;
        GroundSpeed[index] = fix.GroundSpeedKnots;
        TrackAngle[index] = fix.TrackDegrees;
        VerticalRate[index] = fix.VerticalRateFeetPerMinute;
        Accuracy[index] = fix.AccuracyMetres;
        Containment[index] = fix.ContainmentMetres;
        Nic[index] = fix.Nic;
        NacP[index] = fix.NacP;
        Sil[index] = fix.Sil;
        Squawk[index] = fix.Squawk;
        Source[index] = fix.Source;
        Status[index] = fix.Status;
        Record[index] = fix.Record;
    }

    public Fix Gather(int index) => new()
    {
        Time = new UtcInstant(Time[index]),
        Position = new GeoPoint(Latitude[index], Longitude[index]),
        BarometricAltitudeFeet = BarometricAltitude[index],
        GeometricAltitudeFeet = GeometricAltitude[index],
        GroundSpeedKnots = GroundSpeed[index],
        TrackDegrees = TrackAngle[index],
        VerticalRateFeetPerMinute = VerticalRate[index],
        AccuracyMetres = Accuracy[index],
        ContainmentMetres = Containment[index],
        Nic = Nic[index],
        NacP = NacP[index],
        Sil = Sil[index],
        Squawk = Squawk[index],
        Source = Source[index],
        Status = Status[index],
        Record = Record[index],
    };

    public Integrity.PositionRadius Radius(int index, double fallbackSpeedKnots) => Integrity.PositionRadius.Of(
        Accuracy[index], Containment[index], Nic[index], NacP[index], GroundSpeed[index], Source[index], Status[index], fallbackSpeedKnots);

    public void Resize(int capacity)
    {
        Array.Resize(ref Time, capacity);
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
        Array.Resize(ref Record, capacity);
    }
}
