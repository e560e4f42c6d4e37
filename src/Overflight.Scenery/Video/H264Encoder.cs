using System.Diagnostics;
using System.Globalization;

namespace Overflight.Scenery.Video;

/// <summary>FFmpeg as an encoder: NV12 in, access units of H.264 out, one for each picture and in their order.</summary>
internal sealed class H264Encoder : IDisposable
{
    private const int MostComplaint = 4_000;
    private const string NewSession = "/usr/bin/setsid";

    private readonly Process _process;
    private readonly Thread _reader;
    private readonly Task<string> _complaint;
    private Exception? _failure;

    /// <summary>Starts FFmpeg.</summary>
    /// <param name="options">Size, rate, preset.</param>
    /// <param name="take">Takes access units, on a thread of its own.</param>
    /// <exception cref="InvalidOperationException">FFmpeg cannot be started.</exception>
    public H264Encoder(SensorVideoOptions options, Action<ReadOnlySpan<byte>> take)
    {
        // In a session of its own, Ctrl-C reaches this program only, which then ends the stream in order.
        var isApart = File.Exists(NewSession);
        var start = new ProcessStartInfo(isApart ? NewSession : options.FfmpegPath)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (isApart)
            start.ArgumentList.Add(options.FfmpegPath);
        foreach (var argument in Arguments(options))
            start.ArgumentList.Add(argument);
        try
        {
            _process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException($"{options.FfmpegPath} cannot be started: {exception.Message}", exception);
        }
        _complaint = _process.StandardError.ReadToEndAsync();
        _reader = new Thread(() => Read(take)) { IsBackground = true, Name = "H.264 access units" };
        _reader.Start();
    }

    /// <summary>Gives it a picture; waits while it is busy.</summary>
    /// <exception cref="IOException">FFmpeg ended; the message says what it wrote.</exception>
    public void Write(ReadOnlySpan<byte> nv12)
    {
        try
        {
            _process.StandardInput.BaseStream.Write(nv12);
        }
        catch (IOException exception)
        {
            throw Failure(exception);
        }
    }

    /// <summary>Ends the pictures and waits for the last access unit.</summary>
    /// <exception cref="IOException">FFmpeg failed; the message says what it wrote.</exception>
    public void Complete()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException exception)
        {
            throw Failure(exception);
        }
        _reader.Join();
        _process.WaitForExit();
        if (_process.ExitCode != 0 || _failure is not null)
            throw Failure(_failure);
    }

    /// <summary>CPU time that FFmpeg took, after it has ended or so far.</summary>
    public TimeSpan CpuTime { get; private set; }

    /// <summary>Ends FFmpeg if it still runs.</summary>
    public void Dispose()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
        _reader.Join();
        _process.Dispose();
    }

    private static IEnumerable<string> Arguments(SensorVideoOptions options)
    {
        var culture = CultureInfo.InvariantCulture;
        string[] fixedPart = ["-hide_banner", "-loglevel", "error", "-nostdin", "-threads", "1", "-f", "rawvideo", "-pix_fmt", "nv12"];
        var x264 = string.Create(culture, $"aud=1:repeat-headers=1:keyint={options.FramesPerSecond}:min-keyint={options.FramesPerSecond}:scenecut=0:bframes=0:threads=1:sliced-threads=0:rc-lookahead=0:sync-lookahead=0");
        return
        [
            .. fixedPart,
            "-video_size", string.Create(culture, $"{options.Width}x{options.Height}"), "-framerate", options.FramesPerSecond.ToString(culture), "-i", "pipe:0",
            "-an", "-c:v", "libx264", "-preset", options.Preset, "-tune", "zerolatency", "-pix_fmt", "nv12", "-threads", "1",
            "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
            "-crf", "25", "-maxrate", options.BitsPerSecond.ToString(culture), "-bufsize", options.BitsPerSecond.ToString(culture), "-x264-params", x264,
            "-fps_mode", "passthrough", "-flush_packets", "1", "-f", "h264", "pipe:1",
        ];
    }

    private void Read(Action<ReadOnlySpan<byte>> take)
    {
        var splitter = new AccessUnitSplitter(take);
        var buffer = new byte[1 << 16];
        try
        {
            var output = _process.StandardOutput.BaseStream;
            for (var count = output.Read(buffer); count > 0; count = output.Read(buffer))
            {
                splitter.Write(buffer.AsSpan(0, count));
                Measure();
            }
            splitter.Complete();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            _failure = exception;
            // Who writes must not wait for a reader that is gone.
            _process.Kill();
        }
    }

    private void Measure()
    {
        try
        {
            CpuTime = _process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
        }
    }

    private IOException Failure(Exception? cause)
    {
        _process.WaitForExit();
        var complaint = _complaint.GetAwaiter().GetResult().Trim();
        var words = complaint.Length > 0 ? complaint[..Math.Min(complaint.Length, MostComplaint)] : _failure?.Message ?? "it says nothing";
        return new IOException($"FFmpeg ended with status {_process.ExitCode}: {words}", cause);
    }
}
