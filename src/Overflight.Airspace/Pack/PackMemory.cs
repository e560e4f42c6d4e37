using System.Runtime.InteropServices;

namespace Overflight.Airspace.Pack;

/// <summary>Memory outside the garbage collector's heap for sets that are built rather than mapped.</summary>
internal sealed unsafe class PackMemory : SafeHandle
{
    private PackMemory(long length)
        : base(0, true)
    {
        SetHandle((nint)NativeMemory.AlignedAlloc((nuint)length, PackFormat.Alignment));
        Length = length;
    }

    public long Length { get; }

    public override bool IsInvalid => handle == 0;

    public byte* Start => (byte*)handle;

    /// <summary>A set over a copy of its bytes.</summary>
    public static BoundarySet Load(byte[] bytes, IReadOnlyList<string> claims)
    {
        var memory = new PackMemory(bytes.Length);
        bytes.CopyTo(new Span<byte>(memory.Start, bytes.Length));
        return new BoundarySet(memory.Start, bytes.Length, memory, claims);
    }

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
