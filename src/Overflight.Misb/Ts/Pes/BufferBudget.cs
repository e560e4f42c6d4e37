namespace Overflight.Misb.Ts;

/// <summary>The bytes that all buffers of PES packets together may take.</summary>
internal sealed class BufferBudget(long most)
{
    private long _left = most;

    public bool Take(int bytes)
    {
        if (bytes > _left)
            return false;
        _left -= bytes;
        return true;
    }

    public void GiveBack(int bytes) => _left += bytes;
}
