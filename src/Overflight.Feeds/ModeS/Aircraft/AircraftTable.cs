using System.Runtime.CompilerServices;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Aircraft by key: open addressing with linear probing over two arrays, so that a message costs one or two reads of memory and no
/// allocation. When it is three quarters full, aircraft unheard for <see cref="LifetimeMicroseconds"/> are left out; if that does not help
/// it doubles, and at its bound the quarter longest unheard goes.
/// </summary>
internal sealed class AircraftTable(WaitingCodes waiting, int maximumSlots = AircraftTable.DefaultSlots)
{
    /// <summary>Room for 98,304 aircraft, about 40 MB.</summary>
    public const int DefaultSlots = 1 << 17;

    /// <summary>How long an aircraft is remembered after its last message: ten minutes.</summary>
    public const long LifetimeMicroseconds = 600_000_000;

    private const uint Empty = uint.MaxValue;
    private uint[] _keys = Blank(1024);
    private AircraftState[] _states = new AircraftState[1024];

    /// <summary>Aircraft held now.</summary>
    public int Count { get; private set; }

    /// <summary>The state of a key, or a null reference.</summary>
    public ref AircraftState Find(uint key)
    {
        var keys = _keys;
        for (var at = Slot(key, keys.Length); ; at = at + 1 & keys.Length - 1)
        {
            if (keys[at] == key)
                return ref _states[at];
            if (keys[at] == Empty)
                return ref Unsafe.NullRef<AircraftState>();
        }
    }

    /// <summary>The state of a key, made where there is none. Valid until the next call.</summary>
    public ref AircraftState FindOrAdd(uint key, long now)
    {
        ref var found = ref Find(key);
        if (!Unsafe.IsNullRef(ref found))
            return ref found;
        if (Count >= _keys.Length / 4 * 3)
            MakeRoom(now);
        var at = FreeSlot(key);
        _keys[at] = key;
        _states[at] = AircraftState.New(key);
        Count++;
        return ref _states[at];
    }

    /// <summary>Moves on to the next slot that holds an aircraft, this one included; false at the end.</summary>
    public bool NextSlot(ref int slot)
    {
        while (slot < _keys.Length && _keys[slot] == Empty)
            slot++;
        return slot < _keys.Length;
    }

    /// <summary>The state in a slot that <see cref="NextSlot"/> gave.</summary>
    public ref AircraftState At(int slot) => ref _states[slot];

    private int FreeSlot(uint key)
    {
        var at = Slot(key, _keys.Length);
        while (_keys[at] != Empty)
            at = at + 1 & _keys.Length - 1;
        return at;
    }

    private void MakeRoom(long now)
    {
        var held = Count;
        var old = (Keys: _keys, States: _states);
        var heard = new long[held];
        var alive = 0;
        for (int i = 0, n = 0; i < old.Keys.Length; i++)
            if (old.Keys[i] != Empty)
            {
                heard[n++] = old.States[i].LastHeard;
                alive += IsAlive(old.States[i].LastHeard, now) ? 1 : 0;
            }
        var oldest = long.MinValue;
        var size = old.Keys.Length;
        if (alive > held / 2 && size < maximumSlots)
            size *= 2;
        else if (alive > held / 2)
        {
            Array.Sort(heard);
            oldest = heard[held / 4];
        }
        _keys = Blank(size);
        _states = new AircraftState[size];
        Count = 0;
        for (var i = 0; i < old.Keys.Length; i++)
        {
            if (old.Keys[i] == Empty)
                continue;
            if (old.States[i].LastHeard <= oldest || !IsAlive(old.States[i].LastHeard, now))
            {
                waiting.Drop(ref old.States[i].Position);
                continue;
            }
            var at = FreeSlot(old.Keys[i]);
            _keys[at] = old.Keys[i];
            _states[at] = old.States[i];
            Count++;
        }
    }

    /// <summary>Clocks may jump either way; what lies far ahead is as dead as what lies far behind.</summary>
    private static bool IsAlive(long lastHeard, long now) => Math.Abs(now - lastHeard) <= LifetimeMicroseconds;

    // Fibonacci hashing: neighbouring addresses of one State are spread.
    private static int Slot(uint key, int size) => (int)(key * 2654435769u >> 7) & size - 1;

    private static uint[] Blank(int size)
    {
        var keys = new uint[size];
        Array.Fill(keys, Empty);
        return keys;
    }
}
