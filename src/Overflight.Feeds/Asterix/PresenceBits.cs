namespace Overflight.Feeds.Asterix;

/// <summary>The bits that say which fields follow: seven an octet, the eighth says that another octet follows (FSPEC, primary subfields).</summary>
internal ref struct PresenceBits
{
    // Forty-nine fields are the most that any category defines.
    private const int MostOctets = 9;
    private readonly ReadOnlySpan<byte> _bits;
    private int _place;

    public PresenceBits(ReadOnlySpan<byte> data)
    {
        var octets = 0;
        while (octets < data.Length && octets < MostOctets)
        {
            if ((data[octets++] & 1) == 0)
            {
                Octets = octets;
                _bits = data[..octets];
                return;
            }
        }
    }

    /// <summary>How many octets the bits take; 0 where they have no end.</summary>
    public int Octets { get; }

    /// <summary>The next field's place, from 0, or −1.</summary>
    public int Next()
    {
        while (_place < _bits.Length * 7)
        {
            var place = _place++;
            if ((_bits[place / 7] & (0x80 >> (place % 7))) != 0)
                return place;
        }
        return -1;
    }
}
