using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>What a recording holds, in numbers.</summary>
public sealed class DecodeStatistics
{
    private readonly long[] _formats = new long[26];
    private readonly long[] _typeCodes = new long[32];
    private readonly long[] _parities = new long[6];
    private readonly long[] _registers = new long[256];
    private readonly long[] _confidences = new long[6];
    private readonly HashSet<AircraftAddress> _aircraft = [];

    /// <summary>Messages, Mode A/C replies included.</summary>
    public long Messages { get; private set; }

    /// <summary>Messages with a position code.</summary>
    public long PositionCodes { get; private set; }

    /// <summary>Messages that have a position.</summary>
    public long Positions { get; private set; }

    /// <summary>Different addresses, those that no State assigned included.</summary>
    public int Aircraft => _aircraft.Count;

    /// <summary>The time of the earliest message, or null.</summary>
    public UtcInstant? First { get; private set; }

    /// <summary>The time of the latest message, or null.</summary>
    public UtcInstant? Last { get; private set; }

    /// <summary>Messages of a downlink format; −1 for Mode A/C.</summary>
    public long OfFormat(int downlinkFormat) => _formats[downlinkFormat + 1];

    /// <summary>Sound squitters of a type code.</summary>
    public long OfTypeCode(int typeCode) => _typeCodes[typeCode];

    /// <summary>Messages by what their parity says.</summary>
    public long Of(ParityStatus parity) => _parities[(int)parity];

    /// <summary>Comm-B replies named as a register.</summary>
    public long Of(CommBRegister register) => _registers[(int)register];

    /// <summary>Comm-B replies by how sure their register is.</summary>
    public long Of(CommBConfidence confidence) => _confidences[(int)confidence];

    /// <summary>Counts a message.</summary>
    public void Add(in DecodedMessage message)
    {
        Messages++;
        var format = message.Raw.Frame.DownlinkFormat;
        _formats[format + 1]++;
        _parities[(int)message.Parity]++;
        if (message.TypeCode >= 0)
            _typeCodes[message.TypeCode]++;
        if (message.HasPositionCode)
            PositionCodes++;
        if (message.HasPosition)
            Positions++;
        if (message.Address.IsKnown)
            _aircraft.Add(message.Address);
        if (format is 20 or 21 && message.Parity == ParityStatus.Recovered)
        {
            _confidences[(int)message.CommB.Confidence]++;
            if (message.CommB.IsNamed)
                _registers[(int)message.CommB.Register]++;
        }
        if (message.Raw.HasTime)
            AddTime(new UtcInstant(message.Raw.TimeMicroseconds));
    }

    private void AddTime(UtcInstant time)
    {
        if (First is null || time < First)
            First = time;
        if (Last is null || time > Last)
            Last = time;
    }
}
