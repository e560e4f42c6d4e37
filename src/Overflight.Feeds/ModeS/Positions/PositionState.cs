namespace Overflight.Feeds.ModeS;

/// <summary>What the decoding of positions remembers of an aircraft.</summary>
internal struct PositionState
{
    public CprCode Even;
    public CprCode Odd;
    public long EvenTime;
    public long OddTime;

    /// <summary>Numbers of the codes within the aircraft's own; 0 where there is none.</summary>
    public uint EvenNumber;
    public uint OddNumber;
    public uint Codes;

    public PositionStage Stage;
    public byte Misses;
    public bool HasLast;

    /// <summary>The last established place; kept when it is too old to decode near it, for the quarter of the earth.</summary>
    public double Latitude;
    public double Longitude;
    public long Time;
    public bool WasOnGround;

    public double TentativeLatitude;
    public double TentativeLongitude;
    public long TentativeTime;
    public uint TentativeNumber;
    public bool TentativeOnGround;

    /// <summary>One more than the index of the newest code that waits for a place; 0 where none waits.</summary>
    public int Waiting;
    public int WaitingCount;
}
