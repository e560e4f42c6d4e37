namespace Overflight.Feeds.ModeS;

/// <summary>
/// Tells which register a Comm-B reply holds. Every register whose form allows the bits is weighed with what the aircraft says
/// elsewhere; the best wins if it leads by <see cref="Lead"/> points, else the reply is ambiguous.
/// </summary>
internal static class CommBInference
{
    private const int Lead = 2;

    public static CommBReading Read(ulong mb, in CommBContext context)
    {
        if (mb == 0)
            return new CommBReading(CommBRegister.None, CommBConfidence.Empty);
        var ranking = new Ranking();
        ranking.Weigh(CommBRegister.Identification, CommBIdentification.Fit(mb, context));
        ranking.Weigh(CommBRegister.DataLinkCapability, DataLinkCapability.Fit(mb));
        ranking.Weigh(CommBRegister.ResolutionAdvisory, ResolutionAdvisory.Fit(mb));
        ranking.Weigh(CommBRegister.GicbCapability, GicbCapability.Fit(mb));
        ranking.Weigh(CommBRegister.SelectedVerticalIntention, SelectedVerticalIntention.Fit(mb, context));
        ranking.Weigh(CommBRegister.TrackAndTurn, TrackAndTurn.Fit(mb, context));
        ranking.Weigh(CommBRegister.HeadingAndSpeed, HeadingAndSpeed.Fit(mb, context));
        ranking.Weigh(CommBRegister.Meteorological, MeteorologicalReport.Fit(mb, context));
        return ranking.Verdict();
    }

    private struct Ranking
    {
        private Fit _best = Fit.Impossible;
        private Fit _second = Fit.Impossible;
        private CommBRegister _bestRegister;
        private CommBRegister _secondRegister;

        public Ranking()
        {
        }

        public void Weigh(CommBRegister register, Fit fit)
        {
            if (!fit.IsPossible)
                return;
            if (!_best.IsPossible || fit.Points > _best.Points)
            {
                (_second, _secondRegister) = (_best, _bestRegister);
                (_best, _bestRegister) = (fit, register);
            }
            else if (!_second.IsPossible || fit.Points > _second.Points)
                (_second, _secondRegister) = (fit, register);
        }

        public readonly CommBReading Verdict()
        {
            // More against it than for it: no register of those known here.
            if (!_best.IsPossible || _best.Points < 0)
                return default;
            if (_second.IsPossible && _best.Points - _second.Points < Lead)
                return new CommBReading(_bestRegister, CommBConfidence.Ambiguous, _secondRegister);
            var confidence = _bestRegister is CommBRegister.Identification or CommBRegister.DataLinkCapability or CommBRegister.ResolutionAdvisory
                ? CommBConfidence.Numbered
                : _best.Agreements > 0 ? CommBConfidence.CrossChecked : CommBConfidence.Form;
            return new CommBReading(_bestRegister, confidence);
        }
    }
}
