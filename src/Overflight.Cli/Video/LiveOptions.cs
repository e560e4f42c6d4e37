using System.CommandLine;
using Overflight.Cli.Running;

namespace Overflight.Cli.Video;

/// <summary>The options that end listening to the network.</summary>
internal sealed class LiveOptions(string packetsOf)
{
    // Timers reach so far.
    private const double MostSeconds = 4_000_000;

    private readonly Option<double?> _seconds = new("--for") { Description = "stop after so many seconds; only with an address of the network" };
    private readonly Option<long?> _packets = new("--packets") { Description = $"stop after so many {packetsOf}; only with an address of the network" };

    public void AddTo(Command command)
    {
        command.Options.Add(_seconds);
        command.Options.Add(_packets);
    }

    /// <summary>The limits; null where the input is a file.</summary>
    public LiveLimits? Of(string path, ParseResult parsed, CancellationToken cancellation)
    {
        var (seconds, packets) = (parsed.GetValue(_seconds), parsed.GetValue(_packets));
        if (!NetworkAddress.IsOne(path))
            return seconds is null && packets is null ? null : throw new UserError("--for and --packets end listening to the network; a file is read to its end");
        if (seconds is { } given && !(given > 0 && given <= MostSeconds))
            throw new UserError($"--for takes seconds, more than 0 and at most {MostSeconds:0}");
        if (packets is <= 0)
            throw new UserError("--packets takes a number of 1 or more");
        return new LiveLimits(seconds is { } time ? TimeSpan.FromSeconds(time) : null, packets, cancellation);
    }
}
